import { preload } from '../../faults/preload.ts';
import { FAULTS } from './faults/index.ts';
import { IN_SERVICES } from './neutral/in-services.ts';

preload([...FAULTS, ...IN_SERVICES]);
