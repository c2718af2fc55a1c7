import type { ArchitectureDrift } from './drift.ts';

const pack = 'workspace-server';
const ORG = 'internal/handlers/org.go';
const MODELS = 'example.com/agents/workspace-server/internal/models';
const ANONYMOUS =
  '\tvar body struct {\n\t\tDir      string `json:"dir"`\n\t\tTemplate string `json:"template"`\n\t}\n';

/** Drifts of types and names. */
export const SHAPE_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'force-is-back',
    title: 'the body of the org import has its force field again',
    pack,
    rule: 'org-import-has-no-force',
    plant: [
      {
        file: 'internal/handlers/org.go',
        find: '\t\tTemplate string `json:"template"`\n',
        put: '\t\tTemplate string `json:"template"`\n\t\tForce    bool   `json:"force"`\n',
      },
    ],
    twin: [
      {
        file: 'internal/handlers/org.go',
        find: '\trequired   []string\n',
        put: '\trequired   []string\n\tForce      bool\n',
      },
    ],
    at: { file: 'internal/handlers/org.go', text: '`json:"force"`' },
  },
  {
    id: 'force-is-back-by-embedding',
    title: 'the force field comes back through an embedded struct',
    pack,
    rule: 'org-import-has-no-force',
    plant: [
      {
        file: 'internal/handlers/org.go',
        find: '\tvar body struct {\n',
        put: '\tvar body struct {\n\t\timportOptions\n',
      },
      {
        file: 'internal/handlers/options.go',
        text: 'package handlers\n\ntype importOptions struct {\n\tSkipPreflight bool `json:"force"`\n}\n',
      },
    ],
    twin: [
      {
        file: 'internal/handlers/org.go',
        find: '\tvar body struct {\n',
        put: '\tvar body struct {\n\t\timportOptions\n',
      },
      {
        file: 'internal/handlers/options.go',
        text: 'package handlers\n\ntype importOptions struct {\n\tReconcile bool `json:"enforce"`\n}\n',
      },
    ],
    at: { file: 'internal/handlers/options.go', text: 'SkipPreflight' },
  },
  {
    id: 'force-is-back-in-a-type-of-its-own',
    title: 'the body of the org import has a type, which embeds another package’s options with force',
    pack,
    rule: 'org-import-has-no-force',
    plant: [
      { file: ORG, find: ANONYMOUS, put: '\tvar body importBody\n' },
      {
        file: 'internal/handlers/bodies.go',
        text: `package handlers\n\nimport rows "${MODELS}"\n\ntype importBody struct {\n\trows.ImportOptions\n\tDir, Template string\n}\n`,
      },
      {
        file: 'internal/models/options.go',
        text: 'package models\n\ntype ImportOptions struct {\n\tForce bool\n}\n',
      },
    ],
    twin: [
      { file: ORG, find: ANONYMOUS, put: '\tvar body importBody\n' },
      {
        file: 'internal/handlers/bodies.go',
        text: 'package handlers\n\ntype importBody struct {\n\tDir, Template string\n}\n\ntype deleteBody struct {\n\tForce bool\n}\n',
      },
    ],
    at: { file: 'internal/models/options.go', text: 'Force bool' },
  },
  {
    id: 'an-event-is-renamed',
    title: 'an event has another name on the wire',
    pack,
    rule: 'event-names-match-the-snapshot',
    plant: [{ file: 'internal/events/types.go', find: '"WORKSPACE_PAUSED"', put: '"WORKSPACE_SUSPENDED"' }],
    twin: [{ file: 'internal/events/types.go', find: 'EventWorkspacePaused ', put: 'EventPaused          ' }],
    at: { file: 'internal/events/types.go', text: 'WORKSPACE_SUSPENDED' },
  },
  {
    id: 'an-event-is-new',
    title: 'an event is sent that the snapshot does not know',
    pack,
    rule: 'event-names-match-the-snapshot',
    plant: [
      {
        file: 'internal/events/types.go',
        find: '// EventType is',
        put: 'const EventThawed EventType = "WORKSPACE_THAWED"\n\n// EventType is',
      },
    ],
    twin: [
      {
        file: 'internal/events/types.go',
        find: '// EventType is',
        put: 'const prefix = "workspace: "\n\n// EventType is',
      },
    ],
    at: { file: 'internal/events/types.go', text: 'WORKSPACE_THAWED' },
  },
];
