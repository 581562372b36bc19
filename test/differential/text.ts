// Python text at random: templates with holes, choices, lists. What is drawn stays a plain string;
// the first of a choice is what shrinking leads to.
import fc from 'fast-check';

export type Text = fc.Arbitrary<string>;

/** A hole in a template. */
const MARK = '\u0001';

/**
 * A template in Python: `` code`len(${list})` ``. The margin of the template does not count; a hole
 * of several lines keeps the indentation of the line that it stands in. Backslashes are Python's.
 */
export function code(strings: TemplateStringsArray, ...holes: readonly (Text | string)[]): Text {
  const parts = withoutMargin(strings.raw.join(MARK)).split(MARK);
  const filled = holes.map((hole) => (typeof hole === 'string' ? fc.constant(hole) : hole));
  return fc.tuple(...filled).map((values) => {
    let text = parts[0];
    values.forEach((value, index) => {
      text += indentedBelow(text, value) + parts[index + 1];
    });
    return text;
  });
}

/** A text with the indentation of the line that it goes on. */
function indentedBelow(before: string, text: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return text.replaceAll('\n', `\n${/^ */.exec(line)![0]}`);
}

function withoutMargin(template: string): string {
  if (!template.startsWith('\n')) return template;
  const lines = template.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const margins = lines.filter((line) => line !== '').map((line) => /^ */.exec(line)![0].length);
  return lines.map((line) => line.slice(Math.min(...margins))).join('\n');
}

/** One of some texts. */
export function word(...texts: readonly string[]): Text {
  return fc.constantFrom(...texts);
}

/** One of the words of a text: `words('+ - *')`. */
export function words(text: string): Text {
  return word(...text.trim().split(/\s+/));
}

/** One of the lines of a text, where words have blanks in them. */
export function lines(text: string): Text {
  const all = text.split('\n').map((line) => line.trim());
  return word(...all.filter((line) => line !== ''));
}

/** One of some, each as likely. */
export function choose(...options: readonly Text[]): Text {
  return fc.oneof(...options);
}

/** One of some by their weights. */
export function weigh(...options: readonly (readonly [weight: number, text: Text])[]): Text {
  return fc.oneof(...options.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** Some texts with a separator between them. */
export function several(text: Text, minLength: number, maxLength: number, between = ', '): Text {
  return fc.array(text, { minLength, maxLength, size: 'max' }).map((all) => all.join(between));
}

/** A text, or nothing. */
export function maybe(text: Text): Text {
  return choose(word(''), text);
}

/** A statement that prints the value of an expression, or of one of some. */
export function shows(...expressions: readonly Text[]): Text {
  return code`print(repr(${choose(...expressions)}))`;
}
