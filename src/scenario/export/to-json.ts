// A scenario as JSON: what print.ts writes as YAML, read again and spelled the other way. A value
// stands in one line where it fits, as a person would write it.

import type { Report } from '../../base/diagnostic.ts';
import type { DocumentNode, ScalarNode } from '../document.ts';
import { reportError } from '../fields.ts';
import { printScenario } from '../print.ts';
import type { Scenario } from '../scenario.ts';
import { readYaml } from '../yaml.ts';

const columns = 100;

/**
 * The scenario as JSON.
 * @returns null after reporting what JSON cannot say, or for a program that is no scenario.
 */
export function scenarioToJson(scenario: Scenario, report: Report): string | null {
  const yaml = printScenario(scenario);
  if (yaml === null) return null;
  const root = readYaml(yaml, report);
  const bad = root === null ? null : oddKey(root);
  if (root !== null && bad === null) return `${printed(root, '', 0)}\n`;
  const message = `JSON has no key ${bad?.source.text ?? ''}`;
  reportError(report, 'export', message, scenario.module.span, 'keys are texts: write it as YAML');
  return null;
}

/** A key that is no text, anywhere in the document. */
function oddKey(node: DocumentNode): ScalarNode | null {
  const parts = node.kind === 'sequence' ? node.items : [];
  const entries = node.kind === 'mapping' ? node.entries : [];
  const own = entries.find(({ key }) => key.type !== 'string')?.key;
  if (own !== undefined) return own;
  for (const part of [...parts, ...entries.map(({ value }) => value)]) {
    const found = oddKey(part);
    if (found !== null) return found;
  }
  return null;
}

/** `used`: columns that stand before the value in its line. */
function printed(node: DocumentNode, indent: string, used: number): string {
  const flat = inLine(node);
  const isRoot = indent === '' && used === 0;
  if (!isRoot && used + flat.length < columns) return flat;
  const inner = `${indent}  `;
  if (node.kind === 'sequence') {
    const items = node.items.map((item) => inner + printed(item, inner, inner.length));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (node.kind !== 'mapping') return flat;
  const entries = node.entries.map(({ key, value }) => {
    const head = `${inner}${JSON.stringify(key.source.text)}: `;
    return head + printed(value, inner, head.length);
  });
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function inLine(node: DocumentNode): string {
  switch (node.kind) {
    case 'sequence':
      return `[${node.items.map(inLine).join(', ')}]`;
    case 'mapping': {
      const entries = node.entries.map(
        ({ key, value }) => `${JSON.stringify(key.source.text)}: ${inLine(value)}`,
      );
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
    case 'scalar':
      if (node.type === 'string') return JSON.stringify(node.source.text);
      return node.type === 'null' ? 'null' : node.source.text;
    case 'broken':
      return 'null';
  }
}
