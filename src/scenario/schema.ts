// The JSON Schema of scenario files, for editors: draft 7, which yaml-language-server reads. Keys,
// words and headers are those of keys.ts, patterns those that the loader itself uses. It accepts
// every file that the loader accepts and refuses what can be told without reading Python: unknown
// keys, wrong kinds of values, empty blocks, clauses without a statement. Source: JSON Schema
// draft-07, core and validation.

import { durationUnits, groupedDigits } from './fields.ts';
import {
  choiceNotes,
  clauseKeys,
  expectKeys,
  exploreKeys,
  headerPattern,
  type KeyNote,
  limitKeys,
  scenarioKeys,
  statementKeys,
} from './keys.ts';
import { namePattern, takenNames } from './scenario.ts';

/** A schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/** Beside a bare `$ref` draft 7 sees nothing else, no description either. */
const reference = (name: string): Schema => ({ allOf: [{ $ref: `#/definitions/${name}` }] });

/** A text with something in it. */
const code = { type: 'string', pattern: '\\S' } as const;

const block = reference('block');

/** The largest whole number that the loader takes for one. */
const maximum = Number.MAX_SAFE_INTEGER;

/** A whole number; digits in groups are a text to YAML. */
function count(minimum: number): Schema {
  const grouped = { type: 'string', pattern: groupedDigits.source };
  return { anyOf: [{ type: 'integer', minimum, maximum }, grouped] };
}

function duration(): Schema {
  const units = [...durationUnits.keys()].join('|');
  const amount = `\\d+(?:\\.\\d+)?\\s*(?:${units})\\s*`;
  const text = { type: 'string', pattern: `^(?=.*[1-9])(?:${amount})+$`, maxLength: 60 };
  return { anyOf: [{ type: 'number', exclusiveMinimum: 0 }, text] };
}

/** A mapping of which every key is known, with what is said of each. */
function mapping<Key extends string>(
  notes: Readonly<Record<Key, KeyNote>>,
  shapes: Readonly<Record<Key, Schema>>,
): Schema {
  const properties: Record<string, Schema> = {};
  for (const key of Object.keys(notes) as Key[]) {
    const { description, example } = notes[key];
    properties[key] = { description, ...shapes[key], examples: [example] };
  }
  return { type: 'object', properties, additionalProperties: false };
}

/** One shape for all keys. */
function each<Key extends string>(
  notes: Readonly<Record<Key, KeyNote>>,
  shape: (key: Key) => Schema,
): Readonly<Record<Key, Schema>> {
  const keys = Object.keys(notes) as Key[];
  return Object.fromEntries(keys.map((key) => [key, shape(key)])) as Record<Key, Schema>;
}

/** A mapping from headers to blocks. */
function headers(notes: Readonly<Record<string, KeyNote>>): Schema {
  const entries = Object.entries(notes).map(([word, { description, example }]) => {
    const shape = word === 'match' ? reference('cases') : block;
    return [headerPattern([word]), { description, examples: [{ [`${example}`]: [] }], ...shape }];
  });
  return {
    type: 'object',
    patternProperties: Object.fromEntries(entries),
    additionalProperties: false,
    minProperties: 1,
  };
}

/** Values by name. */
function definitions(): Schema {
  const propertyNames = { pattern: namePattern.source, not: { enum: [...takenNames.keys()] } };
  return { type: ['object', 'null'], propertyNames };
}

const { 'async def': coroutine, def, class: classes } = statementKeys;
const defined = { 'async def': coroutine, def, class: classes };
const { case: cases, ...clauses } = clauseKeys;

const parts: Readonly<Record<string, Schema>> = {
  block: {
    description: 'A list of statements, or one text of several lines.',
    anyOf: [{ type: 'array', minItems: 1, items: reference('statement') }, code],
  },
  statement: {
    anyOf: [
      { ...code, description: 'A simple statement of Python, or a text of several lines.' },
      reference('compound'),
    ],
  },
  compound: {
    description: 'A compound statement: its header is the first key, its clauses the others.',
    ...headers({ ...statementKeys, ...clauses }),
    not: { propertyNames: { pattern: headerPattern(Object.keys(clauses)) } },
  },
  cases: { description: 'A mapping from cases to blocks.', ...headers({ case: cases }) },
  definition: { description: 'A function or a class.', ...headers(defined) },
  expectations: { anyOf: [{ type: 'array', items: code }, code] },
};

/** The JSON Schema of a scenario in YAML or JSON. */
export function scenarioSchema(): Schema {
  const vary = {
    type: 'array',
    items: {
      enum: Object.keys(choiceNotes),
      description: Object.entries(choiceNotes)
        .map(([word, note]) => `${word}: ${note}`)
        .join('; '),
    },
  };
  const definition = { anyOf: [code, reference('definition')] };
  const file = mapping(scenarioKeys, {
    name: { type: 'string' },
    description: { type: 'string' },
    seed: count(0),
    params: definitions(),
    state: definitions(),
    define: {
      anyOf: [
        reference('definition'),
        { type: 'object', maxProperties: 0 },
        { type: 'array', minItems: 1, items: definition },
        code,
        { type: 'null' },
      ],
    },
    main: block,
    expect: mapping(
      expectKeys,
      each(expectKeys, () => reference('expectations')),
    ),
    limits: mapping(
      limitKeys,
      each(limitKeys, (key) => (key === 'time' ? duration() : count(1))),
    ),
    explore: mapping(exploreKeys, { vary, runs: count(1) }),
  });
  const editors = { type: 'string', description: 'Where this schema is, for editors.' };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Scenario',
    description: 'A scenario of sim: a small asyncio program and the knobs of its simulation.',
    ...file,
    properties: { $schema: editors, ...(file.properties as Schema) },
    required: ['main'],
    definitions: parts,
  };
}

/** The schema as the text of a file. */
export function scenarioSchemaText(): string {
  return `${JSON.stringify(scenarioSchema(), null, 2)}\n`;
}
