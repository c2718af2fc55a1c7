/** Cases by suite that are written and not judged: no fault has shown yet that they can fail. */
export const UNPROVEN: Readonly<Record<string, readonly string[]>> = {
  contract: [
    'A.3-talks@down',
    'A.3-talks@siblings',
    'A.3-talks@up',
    'C.5-preview@within',
    'E.4-peers-query@empty',
    'F.5-first-register',
    'F.6-hibernate-tasks@none',
    'F.6-one-cycle',
    'G.1-below-url',
    'G.1-path@plain',
    'G.2-no-url@download',
    'G.2-no-url@upload',
    'G.2-nobody@download',
    'G.2-nobody@upload',
    'G.2-polling-download',
  ],
  settings: ['H.1-minted', 'H.1-test-token-gone'],
  timing: ['E.3-silent-but@paused'],
};
