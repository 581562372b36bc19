// The debugger as it is spoken to: a line with a command gives lines of text. An empty line does
// the last command again. Whoever reads the lines and shows the texts is not known here, so a
// terminal, a file and a test speak to the same thing.

import { printable } from '../../base/printable.ts';
import { type Page, plainPage } from '../../report/page.ts';
import type { ReplayOptions, TraceSource } from '../replay.ts';
import { nearest, refuse } from './arguments.ts';
import { BREAKS } from './breaks.ts';
import { MOVES } from './moves.ts';
import { type Acting, type Command, Refusal, Session } from './session.ts';
import { SHOWS } from './shows.ts';
import { Stepper } from './stepper.ts';

/** What came of a line. */
export interface Reply {
  /** Lines, each with a line feed. */
  readonly text: string;
  /** Whether the command was refused. */
  readonly isRefused: boolean;
  /** Whether that was the end: `quit`. */
  readonly isOver: boolean;
}

const OVER: Reply = { text: '', isRefused: false, isOver: true };

const HELP: Command = {
  ...{ name: 'help', short: '?', takes: '[COMMAND]', says: 'this, or more about a command' },
  act: help,
};
const QUIT: Command = {
  ...{ name: 'quit', short: 'q', takes: '', says: 'leave; so does the end of input' },
  *act(): Acting {
    return [];
  },
};

const COMMANDS: readonly Command[] = [...MOVES, ...BREAKS, ...SHOWS, HELP, QUIT];

function* help(session: Session, rest: string): Acting {
  const { heading } = session.page.style;
  if (rest !== '') {
    const { name, short, takes, says, more } = commandOf(rest);
    const usage = [name, takes].filter((each) => each !== '').join(' ');
    const lines = more === undefined ? [] : more.split('\n');
    return [heading(`${usage}  (or ${short})`), `  ${says}`, ...lines];
  }
  const section = (title: string, commands: readonly Command[]): string[] => [
    heading(title),
    ...commands.map(({ name, short, takes, says }) => {
      const usage = `${short.padEnd(4)}${[name, takes].join(' ').trim()}`;
      return `  ${usage.padEnd(30)} ${firstPart(says)}`;
    }),
  ];
  return [
    ...section('Moving', MOVES),
    ...section('Breakpoints', BREAKS),
    ...section('Looking', SHOWS),
    ...section('Besides', [HELP, QUIT]),
    'An empty line does the last command again. A step is one handle of the loop.',
  ];
}

/** What a line of the overview has room for; `help COMMAND` says all. */
function firstPart(says: string): string {
  return says.length <= 66 ? says : `${says.slice(0, 63).replace(/[\s,]*\S*$/, '')} …`;
}

/** A command by its name, its short form, or a beginning that only one has. */
function commandOf(word: string): Command {
  const exact = COMMANDS.find(({ name, short }) => name === word || short === word);
  if (exact !== undefined) return exact;
  const begun = word === '' ? [] : COMMANDS.filter(({ name }) => name.startsWith(word));
  if (begun.length === 1) return begun[0];
  const names = COMMANDS.map(({ name }) => name);
  const hint =
    begun.length > 1
      ? `it may be ${begun.map(({ name }) => name).join(', ')}`
      : nearest(word, names);
  return refuse('a command (help lists them)', word, hint);
}

export class Debugger {
  readonly #session: Session;
  #last = '';

  /** Throws TraceError as Replay does. */
  constructor(source: TraceSource, options: ReplayOptions = {}, page: Page = plainPage) {
    this.#session = new Session(new Stepper(source, options), page);
  }

  /** The place in the run, for whoever wants data. */
  get stepper(): Stepper {
    return this.#session.stepper;
  }

  /** The names of commands that begin so. */
  completions(begun: string): readonly string[] {
    return COMMANDS.map(({ name }) => name).filter((name) => name.startsWith(begun));
  }

  /** What is said before the first command. */
  greeting(): string {
    const { header } = this.#session.run;
    return `${printable(header.source.name)}, before its first step; help lists the commands\n`;
  }

  /**
   * Does what a line says. It gives way now and then: one that is given up leaves the run where it
   * has come to. Throws TraceError where the trace turns out to be damaged.
   */
  *execute(line: string): Generator<undefined, Reply, undefined> {
    const text = line.trim() === '' ? this.#last : line.trim();
    if (text === '') return { text: '', isRefused: false, isOver: false };
    this.#last = text;
    const [word] = text.split(/\s+/, 1);
    try {
      const command = commandOf(word);
      if (command === QUIT) return OVER;
      const lines = yield* command.act(this.#session, text.slice(word.length).trim());
      return { text: lines.map((each) => `${each}\n`).join(''), isRefused: false, isOver: false };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { text: `${printable(word)}: ${error.message}\n`, isRefused: true, isOver: false };
    }
  }
}

/** Does what a line says, to its end. */
export function reply(to: Debugger, line: string): Reply {
  const acting = to.execute(line);
  for (;;) {
    const { done, value } = acting.next();
    if (done === true) return value;
  }
}
