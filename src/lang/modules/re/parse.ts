// Reads a regular expression of Python: groups, names, look-around, atomic groups, possessive
// repetition, conditionals, flags inside and out. Every mistake is told in CPython's words and with
// its place. Source: CPython 3.14 Lib/re/_parser.py (_parse_sub, _parse).

import { patternError } from './errors.ts';
import { parseEscape, parseSet } from './parse-characters.ts';
import { PatternCursor } from './pattern-cursor.ts';
import { type Expression, FLAGS, type Node, widthOf } from './tree.ts';

const LETTERS: ReadonlyMap<string, number> = new Map([
  ['i', FLAGS.IGNORECASE],
  ['L', FLAGS.LOCALE],
  ['m', FLAGS.MULTILINE],
  ['s', FLAGS.DOTALL],
  ['x', FLAGS.VERBOSE],
  ['a', FLAGS.ASCII],
  ['u', FLAGS.UNICODE],
]);

const EMPTY: Node = { kind: 'sequence', items: [] };

/** What is known while an expression is read. */
class Reader {
  readonly cursor: PatternCursor;
  readonly names = new Map<string, number>();
  readonly closed = new Set<number>();
  /** Groups that conditionals ask for, which may come later, and where they are named. */
  readonly conditions: (readonly [number: number, at: number])[] = [];
  groups = 0;
  flags: number;
  #hasGlobalFlags = false;

  constructor(pattern: string, flags: number) {
    this.cursor = new PatternCursor(pattern);
    this.flags = flags;
  }

  choice(flags: number): Node {
    const branches = [this.sequence(flags)];
    while (this.cursor.take('|')) branches.push(this.sequence(this.#current(flags)));
    return branches.length === 1 ? branches[0] : { kind: 'choice', branches };
  }

  /** Flags that stand at the very start hold for all that follows. */
  #current(flags: number): number {
    return this.#hasGlobalFlags ? flags | this.flags : flags;
  }

  sequence(given: number): Node {
    const { cursor } = this;
    const items: Node[] = [];
    let flags = given;
    while (!cursor.isAtEnd && cursor.peek() !== '|' && cursor.peek() !== ')') {
      if ((flags & FLAGS.VERBOSE) !== 0 && cursor.skipsBlank()) continue;
      const at = cursor.at;
      const item = this.#atom(flags, at);
      if (item === 'flags') {
        flags |= this.flags;
        continue;
      }
      if (item !== null) items.push(this.#repeated(item, at, flags));
    }
    return items.length === 1 ? items[0] : { kind: 'sequence', items };
  }

  #atom(flags: number, at: number): Node | null | 'flags' {
    const { cursor } = this;
    const character = cursor.next();
    switch (character) {
      case '(':
        return this.#group(flags, at);
      case '[':
        return parseSet(cursor, at, flags);
      case '\\':
        return parseEscape(cursor, at, flags, this);
      case '.':
        return { kind: 'any', flags };
      case '^':
        return {
          kind: 'place',
          place: (flags & FLAGS.MULTILINE) !== 0 ? 'line-start' : 'start',
          flags,
        };
      case '$':
        return {
          kind: 'place',
          place: (flags & FLAGS.MULTILINE) !== 0 ? 'line-end' : 'last',
          flags,
        };
      case '*':
      case '+':
      case '?':
        throw cursor.error('nothing to repeat', at);
      default:
        if (character === '{' && this.#count(at + 1) !== null) {
          throw cursor.error('nothing to repeat', at);
        }
        return { kind: 'character', code: character.codePointAt(0) as number, flags };
    }
  }

  /** The bounds of `{m,n}` after a brace; null where the brace is a character. */
  #count(
    from: number,
  ): { readonly bounds: readonly [number, number]; readonly end: number } | null {
    const rest = this.cursor.rest(from);
    const found = /^(?:(\d*),(\d*)|(\d+))\}/.exec(rest);
    if (found === null) return null;
    const [whole, least, most, exact] = found;
    const low = Number(exact ?? (least === '' ? 0 : least));
    const high = exact !== undefined ? Number(exact) : most === '' ? Infinity : Number(most);
    return { bounds: [low, high], end: from + whole.length };
  }

  #bounds(): readonly [number, number] | null {
    const { cursor } = this;
    const at = cursor.at;
    if (cursor.take('*')) return [0, Infinity];
    if (cursor.take('+')) return [1, Infinity];
    if (cursor.take('?')) return [0, 1];
    if (cursor.peek() !== '{') return null;
    const count = this.#count(at + 1);
    if (count === null) return null;
    if (count.bounds[0] > count.bounds[1]) {
      throw cursor.error('min repeat greater than max repeat', at + 1);
    }
    cursor.at = count.end;
    return count.bounds;
  }

  #repeated(item: Node, itemAt: number, flags: number): Node {
    const { cursor } = this;
    if ((flags & FLAGS.VERBOSE) !== 0) while (cursor.skipsBlank());
    const at = cursor.at;
    const bounds = this.#bounds();
    if (bounds === null) return item;
    if (item.kind === 'place') throw cursor.error('nothing to repeat', at);
    if (item.kind === 'sequence' && item.items.length === 0 && cursor.text(itemAt) !== '(') {
      throw cursor.error('nothing to repeat', at);
    }
    const mode = cursor.take('?') ? 'lazy' : cursor.take('+') ? 'possessive' : 'greedy';
    const [least, most] = bounds;
    const again = cursor.at;
    if (this.#bounds() !== null) throw cursor.error('multiple repeat', again);
    return { kind: 'repeat', body: item, least, most, mode };
  }

  #group(flags: number, at: number): Node | null | 'flags' {
    const { cursor } = this;
    if (!cursor.take('?')) return this.#capturing(flags, at, null);
    if (cursor.isAtEnd) throw cursor.error('unexpected end of pattern', cursor.at);
    const character = cursor.next();
    switch (character) {
      case ':':
        return this.#closed(this.choice(flags), at);
      case 'P':
        return this.#named(flags, at);
      case '#':
        while (!cursor.take(')')) {
          if (cursor.isAtEnd) throw cursor.error('missing ), unterminated comment', at);
          cursor.next();
        }
        return null;
      case '=':
      case '!':
        return this.#look(flags, at, false, character === '!');
      case '<': {
        if (cursor.isAtEnd) throw cursor.error('unexpected end of pattern', cursor.at);
        const kind = cursor.next();
        if (kind !== '=' && kind !== '!') {
          throw cursor.error(`unknown extension ?<${kind}`, at + 1);
        }
        return this.#look(flags, at, true, kind === '!');
      }
      case '>':
        return { kind: 'atomic', body: this.#closed(this.choice(flags), at) };
      case '(':
        return this.#conditional(flags, at);
      default:
        return this.#inlineFlags(character, flags, at);
    }
  }

  #closed(body: Node, at: number): Node {
    if (!this.cursor.take(')')) {
      throw this.cursor.error('missing ), unterminated subpattern', at);
    }
    return body;
  }

  #capturing(flags: number, at: number, name: string | null): Node {
    const number = ++this.groups;
    if (name !== null) this.names.set(name, number);
    const body = this.#closed(this.choice(flags), at);
    this.closed.add(number);
    return { kind: 'group', number, body };
  }

  #named(flags: number, at: number): Node {
    const { cursor } = this;
    if (cursor.take('<')) {
      const nameAt = cursor.at;
      const name = cursor.until('>', 'group name');
      checkName(cursor, name, nameAt);
      const before = this.names.get(name);
      if (before !== undefined) {
        const shown = `redefinition of group name '${name}' as group ${this.groups + 1}`;
        throw cursor.error(`${shown}; was group ${before}`, nameAt);
      }
      return this.#capturing(flags, at, name);
    }
    if (cursor.take('=')) {
      const nameAt = cursor.at;
      const name = cursor.until(')', 'group name');
      checkName(cursor, name, nameAt);
      const number = this.names.get(name);
      if (number === undefined) throw cursor.error(`unknown group name '${name}'`, nameAt);
      this.checkOpen(number, nameAt);
      return { kind: 'reference', number, flags };
    }
    if (cursor.isAtEnd) throw cursor.error('unexpected end of pattern', cursor.at);
    throw cursor.error(`unknown extension ?P${cursor.next()}`, at + 1);
  }

  /** Throws for a reference to a group that is still being read. */
  checkOpen(number: number, at: number): void {
    if (!this.closed.has(number)) throw this.cursor.error('cannot refer to an open group', at);
  }

  #look(flags: number, at: number, isBehind: boolean, isNegated: boolean): Node {
    const body = this.#closed(this.choice(flags), at);
    if (isBehind) {
      const [least, most] = widthOf(body);
      if (least !== most) {
        const { pattern } = this.cursor;
        throw patternError('look-behind requires fixed-width pattern', pattern, null);
      }
    }
    return { kind: 'look', body, isBehind, isNegated };
  }

  #conditional(flags: number, at: number): Node {
    const { cursor } = this;
    const nameAt = cursor.at;
    const name = cursor.until(')', 'group name');
    let number = this.names.get(name);
    if (number === undefined && /^\d+$/.test(name)) {
      number = Number(name);
      if (number === 0) throw cursor.error('bad group number', nameAt);
      this.conditions.push([number, nameAt]);
    }
    if (number === undefined) {
      checkName(cursor, name, nameAt);
      throw cursor.error(`unknown group name '${name}'`, nameAt);
    }
    const yes = this.sequence(flags);
    const no = cursor.take('|') ? this.sequence(flags) : EMPTY;
    if (cursor.peek() === '|') {
      throw cursor.error('conditional backref with more than two branches', cursor.at);
    }
    this.#closed(yes, at);
    return { kind: 'conditional', number, yes, no };
  }

  #inlineFlags(first: string, flags: number, at: number): Node | 'flags' {
    const { cursor } = this;
    if (!LETTERS.has(first) && first !== '-') {
      throw cursor.error(`unknown extension ?${first}`, at + 1);
    }
    let [added, removed, isRemoving] = [0, 0, false];
    for (let letter = first; ; letter = cursor.next()) {
      if (letter === ')' || letter === ':') {
        if (letter === ':') {
          return this.#closed(this.choice((flags | added) & ~removed), at);
        }
        if (at !== 0) {
          throw cursor.error('global flags not at the start of the expression', at);
        }
        this.flags |= added;
        this.#hasGlobalFlags = true;
        return 'flags';
      }
      const flag = LETTERS.get(letter);
      if (letter === '-' && !isRemoving) isRemoving = true;
      else if (flag === undefined) {
        throw cursor.error(
          /[a-z]/i.test(letter) ? 'unknown flag' : 'missing -, : or )',
          cursor.at - 1,
        );
      } else if (isRemoving) removed |= flag;
      else added |= flag;
      if (cursor.isAtEnd) throw cursor.error('missing -, : or )', cursor.at);
    }
  }
}

export type GroupReader = Pick<Reader, 'groups' | 'checkOpen'>;

function checkName(cursor: PatternCursor, name: string, at: number): void {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return;
  throw cursor.error(`bad character in group name '${name}'`, at);
}

/** Reads an expression. Throws re.PatternError. */
export function parsePattern(pattern: string, given: number): Expression {
  const reader = new Reader(pattern, given);
  const node = reader.choice(given);
  const { cursor } = reader;
  if (!cursor.isAtEnd) throw cursor.error('unbalanced parenthesis', cursor.at);
  for (const [number, at] of reader.conditions) {
    if (number > reader.groups) throw cursor.error(`invalid group reference ${number}`, at);
  }
  const isAscii = (reader.flags & FLAGS.ASCII) !== 0;
  const flags = reader.flags | (isAscii ? 0 : FLAGS.UNICODE);
  return { node, flags, groups: reader.groups, names: reader.names };
}
