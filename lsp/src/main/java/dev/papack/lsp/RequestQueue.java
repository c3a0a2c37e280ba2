package dev.papack.lsp;

import dev.papack.Packer;
import dev.papack.lsp.rpc.Client;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Requests that are answered one after the other, on a thread of their own. Each gets exactly one
 * answer, also if it is cancelled.
 */
final class RequestQueue {
  /** An editor that asks faster than this is not waiting for the answers. */
  private static final int MAX_WAITING = 1_000;

  /** How long the end waits for an answer that is being worked out. */
  private static final long MAX_END_MILLIS = 5_000;

  private final Client client;
  private final Consumer<String> log;

  // Guarded by this.
  private final Deque<Request> waiting = new ArrayDeque<>();
  private Optional<Request> running = Optional.empty();
  private Thread worker = Thread.currentThread();
  private Taking taking = Taking.UNTIL_TOLD;

  /** What becomes of requests that wait. */
  private enum Taking {
    UNTIL_TOLD,
    /** They are answered, and that is the end. */
    UNTIL_EMPTY,
    /** They are refused. */
    NO_MORE
  }

  /** What a request asks for. */
  @FunctionalInterface
  interface Work {
    Json run() throws RpcException, IOException, CancelledException;
  }

  private record Request(Json id, Work work) {}

  RequestQueue(Client client, Consumer<String> log) {
    this.client = client;
    this.log = log;
  }

  /** Begins to answer. */
  void start() {
    Thread started = Thread.ofPlatform().daemon().name("answering").unstarted(this::run);
    synchronized (this) {
      worker = started;
    }
    started.start();
  }

  /** Takes a request. */
  void add(Json id, Work work) {
    synchronized (this) {
      if (waiting.size() < MAX_WAITING) {
        waiting.add(new Request(id, work));
        notifyAll();
        return;
      }
    }
    client.refuse(id, new RpcException(RpcException.FAILED, "too many requests are waiting"));
  }

  /** The answer is no longer wanted; one that was given already stays given. */
  void cancel(Json id) {
    Optional<Request> unstarted;
    synchronized (this) {
      unstarted = waiting.stream().filter(request -> request.id().equals(id)).findFirst();
      unstarted.ifPresent(waiting::remove);
      if (running.filter(request -> request.id().equals(id)).isPresent()) {
        worker.interrupt();
      }
    }
    unstarted.ifPresent(request -> client.refuse(request.id(), cancelled()));
  }

  /** Answers what waits, and ends. */
  void finish() throws InterruptedException {
    end(Taking.UNTIL_EMPTY);
  }

  /** Ends: what is at work is called off, and what waits is refused. */
  void stop() throws InterruptedException {
    end(Taking.NO_MORE);
  }

  private void end(Taking how) throws InterruptedException {
    Thread waitedFor;
    synchronized (this) {
      taking = how;
      if (how == Taking.NO_MORE && running.isPresent()) {
        worker.interrupt();
      }
      notifyAll();
      waitedFor = worker;
    }
    waitedFor.join(MAX_END_MILLIS);
  }

  private void run() {
    for (Optional<Request> next = next(); next.isPresent(); next = next()) {
      answer(next.get());
    }
    synchronized (this) {
      waiting.forEach(request -> client.refuse(request.id(), cancelled()));
      waiting.clear();
    }
  }

  private synchronized Optional<Request> next() {
    try {
      while (waiting.isEmpty() && taking == Taking.UNTIL_TOLD) {
        wait();
      }
    } catch (InterruptedException e) {
      return Optional.empty();
    }
    running = taking == Taking.NO_MORE ? Optional.empty() : Optional.ofNullable(waiting.poll());
    return running;
  }

  private void answer(Request request) {
    try {
      Json result = request.work().run();
      end();
      client.answer(request.id(), result);
    } catch (RpcException e) {
      refuse(request, e);
    } catch (CancelledException e) {
      refuse(request, cancelled());
    } catch (IOException e) {
      refuse(request, new RpcException(RpcException.FAILED, Packer.diagnose(e).message()));
    } catch (OutOfMemoryError e) {
      refuse(request, new RpcException(RpcException.FAILED, "Java's heap is too small"));
    } catch (RuntimeException e) {
      refuse(request, new RpcException(RpcException.INTERNAL_ERROR, "this is a bug in papack"));
      log.accept(Defect.inWords(e));
    }
  }

  private void refuse(Request request, RpcException reason) {
    end();
    client.refuse(request.id(), reason);
  }

  /** A cancellation that comes too late must not reach the next request. */
  private synchronized void end() {
    running = Optional.empty();
    boolean _ = Thread.interrupted();
  }

  private static RpcException cancelled() {
    return new RpcException(RpcException.CANCELLED, "cancelled");
  }
}
