// tsx executes what it finds compiled in `tsx-<uid>` of the system's temporary directory, whoever put it there; it reads
// this before anything else, so tsx is imported by the files beside this one alone, and by each of them after it.
process.env.TSX_DISABLE_CACHE = '1';
