/** A step of the tree: from a node by a word to the next node. */
const FREE = -1;

/**
 * The tree of words, as one table with open addressing. A `Map` needs one number or text as its key, and took ten times as
 * long for fifty thousand tags.
 */
export class Edges {
  #mask: number;
  #nodes: Int32Array;
  #words: Int32Array;
  #next: Int32Array;
  /** Nodes so far; 0 is the start. */
  #count = 1;

  constructor(size = 1024) {
    this.#mask = size - 1;
    this.#nodes = new Int32Array(size).fill(FREE);
    this.#words = new Int32Array(size);
    this.#next = new Int32Array(size);
  }

  /** The node behind a word; -1 when there is none. */
  next(node: number, word: number): number {
    const slot = this.#slot(node, word);
    return this.#nodes[slot] === FREE ? -1 : this.#next[slot]!;
  }

  /** The same, made where it is missing. */
  add(node: number, word: number): number {
    const slot = this.#slot(node, word);
    if (this.#nodes[slot] !== FREE) return this.#next[slot]!;
    const made = this.#count++;
    this.#put(slot, node, word, made);
    if (this.#count * 2 > this.#mask) this.#grow();
    return made;
  }

  #slot(node: number, word: number): number {
    const mixed = Math.imul(Math.imul(node, 0x9e3779b1) + word, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while (this.#nodes[slot] !== FREE && (this.#nodes[slot] !== node || this.#words[slot] !== word)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #put(slot: number, node: number, word: number, next: number): void {
    this.#nodes[slot] = node;
    this.#words[slot] = word;
    this.#next[slot] = next;
  }

  #grow(): void {
    const [nodes, words, next] = [this.#nodes, this.#words, this.#next];
    const size = 4 * nodes.length;
    this.#mask = size - 1;
    this.#nodes = new Int32Array(size).fill(FREE);
    this.#words = new Int32Array(size);
    this.#next = new Int32Array(size);
    nodes.forEach((node, at) => {
      if (node !== FREE) this.#put(this.#slot(node, words[at]!), node, words[at]!, next[at]!);
    });
  }
}
