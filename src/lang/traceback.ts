// An exception as CPython prints it.

import { BaseException } from '../asyncio/exceptions.ts';
import type { Machine } from './machine/machine.ts';

export function formatTraceback(error: unknown, machine: Machine, _source: string): string {
  return error instanceof BaseException ? `${error.typeName}: ${machine.str(error)}\n` : `${error}\n`;
}
