// Colours of the reports on a terminal.

import type { DiagnosticPart } from '../base/render-diagnostic.ts';
import { plainStyle, type Style } from '../report/page.ts';
import { colours, isColoured } from './terminal.ts';

type Stream = { readonly isTTY?: boolean };

/** The style of reports that go to `stream`. */
export function styleFor(stream: Stream): Style {
  if (!isColoured(stream)) return plainStyle;
  const pc = colours(stream);
  return {
    heading: pc.bold,
    dim: pc.dim,
    good: pc.green,
    bad: pc.red,
    cancelled: pc.yellow,
    running: pc.green,
    ready: pc.cyan,
    sleeping: pc.dim,
    awaiting: pc.dim,
    waiting: pc.yellow,
    holding: pc.magenta,
  };
}

/** Colours of diagnostics that go to `stream`. */
export function paintDiagnostics(stream: Stream): (part: DiagnosticPart, text: string) => string {
  const pc = colours(stream);
  const paints: Readonly<Record<DiagnosticPart, (text: string) => string>> = {
    place: pc.bold,
    error: pc.red,
    warning: pc.yellow,
    code: pc.dim,
    underline: pc.green,
    hint: pc.cyan,
  };
  return (part, text) => paints[part](text);
}
