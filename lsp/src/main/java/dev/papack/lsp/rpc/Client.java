package dev.papack.lsp.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The other side, as far as it is sent messages. Several threads may send. */
public final class Client {
  private final OutputStream out;
  private State state = State.LISTENING;

  /** Whether anybody reads. */
  private enum State {
    LISTENING,
    GONE
  }

  /** Of a stream that nobody else writes. */
  public Client(OutputStream out) {
    this.out = out;
  }

  /** Answers a request. */
  public void answer(Json id, Json result) {
    send(Json.object().put("id", id).put("result", result));
  }

  /** Answers a request that has no result. */
  public void refuse(Json id, RpcException reason) {
    send(
        Json.object()
            .put("id", id)
            .put(
                "error",
                Json.object().put("code", reason.code()).put("message", reason.reason()).done()));
  }

  /** Tells something. */
  public void notify(String method, Json params) {
    send(Json.object().put("method", method).put("params", params));
  }

  private void send(Json.Builder message) {
    byte[] body = JsonText.write(message.put("jsonrpc", "2.0").done());
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    synchronized (this) {
      if (state == State.GONE) {
        return;
      }
      try {
        out.write(header);
        out.write(body);
        out.flush();
      } catch (IOException e) {
        state = State.GONE;
      }
    }
  }

  /** Whether a message could not be sent. */
  public synchronized boolean isGone() {
    return state == State.GONE;
  }
}
