import { judges } from '../../harness/index.ts';

// Every A2A message shape that an agent is known to receive, one test per entry and runtime: raw bytes go in, and what
// the runtime really received decides. What each must come to stands in the entry's sidecar under corpus/.
judges('corpus');
