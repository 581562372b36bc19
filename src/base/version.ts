// The version of this package: a constant, since reading package.json would cost a file at every
// start. A test holds it to package.json.

export const VERSION = '0.1.0';
