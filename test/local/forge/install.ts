import { installGlobals } from './globals';

// For files that import the app statically: as their first import, this puts the globals in place in time.
installGlobals();
