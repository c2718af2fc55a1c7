import { judges } from '../../harness/index.ts';

// The enums of our own database against its migrations and the code that writes them; specs/drift/enums.yaml names them.
judges('drift-enum');
