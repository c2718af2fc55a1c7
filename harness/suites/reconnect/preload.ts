import { preload } from '../../faults/preload.ts';
import { FAULTS } from './faults/index.ts';
import { NEUTRAL } from './neutral/index.ts';

preload([...FAULTS, ...NEUTRAL]);
