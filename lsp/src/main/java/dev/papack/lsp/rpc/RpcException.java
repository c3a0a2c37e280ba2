package dev.papack.lsp.rpc;

/** Why a request has no result, for whoever sent it. */
public final class RpcException extends Exception {
  /** The message is no JSON. */
  public static final int PARSE_ERROR = -32_700;

  /** The message is no request, or comes at the wrong time. */
  public static final int INVALID_REQUEST = -32_600;

  /** Nothing of that name can be asked. */
  public static final int METHOD_NOT_FOUND = -32_601;

  /** What was asked makes no sense. */
  public static final int INVALID_PARAMS = -32_602;

  /** This program has a bug. */
  public static final int INTERNAL_ERROR = -32_603;

  /** Something else was asked before {@code initialize}. */
  public static final int NOT_INITIALIZED = -32_002;

  /** Whoever asked no longer wants to know. */
  public static final int CANCELLED = -32_800;

  /** It was understood and cannot be done. */
  public static final int FAILED = -32_803;

  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * A reason.
   *
   * @param code one of the numbers above
   * @param message one sentence
   */
  public RpcException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** The number of the reason. */
  public int code() {
    return code;
  }

  /** The reason in words. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
