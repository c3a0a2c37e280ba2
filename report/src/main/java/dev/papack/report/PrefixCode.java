package dev.papack.report;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A Huffman code whose lengths have a limit, in the canonical order of DEFLATE. */
final class PrefixCode {
  /** Bits of each symbol's code; 0 for one that does not occur. */
  private final int[] lengths;

  /** As they are written: the lowest bit first. */
  private final int[] codes;

  private PrefixCode(int[] lengths, int[] codes) {
    this.lengths = lengths;
    this.codes = codes;
  }

  private record Node(long weight, int order, int symbol, int left, int right) {}

  /**
   * A good code.
   *
   * @param counts how often each symbol occurs
   * @param maxBits no code is longer
   */
  static PrefixCode of(int[] counts, int maxBits) {
    int[] weights = counts.clone();
    int[] lengths = lengths(weights);
    while (longest(lengths) > maxBits) {
      // Counts that are nearer to each other make codes that are shorter, and hardly worse.
      for (int symbol = 0; symbol < weights.length; symbol++) {
        weights[symbol] = (weights[symbol] + 1) >>> 1;
      }
      lengths = lengths(weights);
    }
    return new PrefixCode(lengths, codes(lengths));
  }

  /** The bits of a symbol's code; 0 if it does not occur. */
  int lengthOf(int symbol) {
    return lengths[symbol];
  }

  /** How many symbols there could be. */
  int size() {
    return lengths.length;
  }

  void write(int symbol, BitBuffer out) {
    out.put(codes[symbol], lengths[symbol]);
  }

  private static int longest(int[] lengths) {
    int longest = 0;
    for (int length : lengths) {
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private static int[] lengths(int[] weights) {
    PriorityQueue<Node> queue =
        new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::order));
    Node[] nodes = new Node[2 * weights.length + 2];
    int order = 0;
    for (int symbol = 0; symbol < weights.length; symbol++) {
      if (weights[symbol] > 0) {
        nodes[order] = new Node(weights[symbol], order, symbol, -1, -1);
        queue.add(nodes[order++]);
      }
    }
    // A code of one symbol would have no bits, which DEFLATE does not know.
    for (int symbol = 0; queue.size() < 2; symbol++) {
      if (weights[symbol] == 0) {
        nodes[order] = new Node(0, order, symbol, -1, -1);
        queue.add(nodes[order++]);
      }
    }
    while (queue.size() > 1) {
      Node one = queue.remove();
      Node other = queue.remove();
      nodes[order] = new Node(one.weight() + other.weight(), order, -1, one.order(), other.order());
      queue.add(nodes[order++]);
    }
    int[] lengths = new int[weights.length];
    int[] depths = new int[order];
    for (int index = order - 1; index >= 0; index--) {
      Node node = nodes[index];
      if (node.symbol() >= 0) {
        lengths[node.symbol()] = depths[index];
      } else {
        depths[node.left()] = depths[index] + 1;
        depths[node.right()] = depths[index] + 1;
      }
    }
    return lengths;
  }

  private static int[] codes(int[] lengths) {
    int[] codes = new int[lengths.length];
    int code = 0;
    for (int bits = 1; bits <= longest(lengths); bits++) {
      code <<= 1;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == bits) {
          codes[symbol] = Integer.reverse(code++) >>> (Integer.SIZE - bits);
        }
      }
    }
    return codes;
  }
}
