import { preload } from '../../faults/preload.ts';
import { FAULTS } from './faults/index.ts';

preload(FAULTS);
