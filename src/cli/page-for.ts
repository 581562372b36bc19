// How the reports of a command look on the terminal that it writes to.

import type { Page } from '../report/page.ts';
import type { Arguments } from './load.ts';
import { wholeNumber } from './options.ts';
import { styleFor } from './style.ts';
import { widthOf } from './terminal.ts';

/** The page of standard output: `--width`, `--ascii`, colours where they are seen. */
export function pageFor(args: Arguments): Page {
  const width = args.width === undefined ? null : wholeNumber('--width', args.width, 40);
  const ascii = args.ascii === true;
  return {
    width: widthOf({ width, ascii }),
    unicode: !ascii,
    style: styleFor(process.stdout),
  };
}
