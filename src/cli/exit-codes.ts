// How the command ends, for scripts.

export const EXIT_OK = 0;
/** An uncaught exception, a failed expectation, a deadlock, a divergence. */
export const EXIT_FINDING = 1;
/** Bad input or usage. */
export const EXIT_USAGE = 2;
/** A limit was reached. */
export const EXIT_LIMIT = 3;
/** A bug of ours. */
export const EXIT_BUG = 70;
/** A file could not be read or written. */
export const EXIT_IO = 74;
export const EXIT_SIGINT = 130;
export const EXIT_SIGTERM = 143;
