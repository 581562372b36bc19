// Which of many snippets to keep in little space: those that say most that no other has said yet.
// What a snippet says are the lines of its program and of what that prints, with all numbers alike.
// A greedy cover: the next is always the one that adds most for the root of its size (for its size,
// no long snippet would ever be kept), until none adds anything.

export interface Printed {
  readonly text: string;
  readonly prints: string;
}

/** Some of `all`, in their order, whose texts and prints have at most `size` characters. */
export function mostTelling<P extends Printed>(all: readonly P[], size: number): P[] {
  const said = new Set<string>();
  const kept = new Set<P>();
  let left = all.map((each) => ({ each, lines: linesOf(each), size: sizeOf(each) }));
  let room = size;
  for (;;) {
    left = left.filter((one) => one.size <= room && !kept.has(one.each));
    let [best, most]: [(typeof left)[number] | null, number] = [null, 0];
    for (const one of left) {
      const worth = one.lines.filter((line) => !said.has(line)).length / Math.sqrt(one.size);
      if (worth > most) [best, most] = [one, worth];
    }
    if (best === null) return all.filter((each) => kept.has(each));
    kept.add(best.each);
    room -= best.size;
    for (const line of best.lines) said.add(line);
  }
}

function sizeOf({ text, prints }: Printed): number {
  return text.length + prints.length;
}

function linesOf({ text, prints }: Printed): string[] {
  const lines = `${text}\n${prints}`.replace(/\d+/g, '0').split('\n');
  return [...new Set(lines.map((line) => line.trim()))];
}
