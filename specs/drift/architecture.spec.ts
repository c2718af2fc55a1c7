import { inOneProcess, judges } from '../../harness/index.ts';

// The layers and limits of this project, one test per rule of specs/drift/packs/assay.yaml; the tree is read once.
inOneProcess();
judges('drift-architecture');
