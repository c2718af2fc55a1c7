import type { ArchitectureDrift } from './drift.ts';

const pack = 'workspace-runtime';

/** Every drift of the Python runtime. */
export const RUNTIME_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'a-module-is-not-packaged',
    title: 'a new module is missing from the packaging list (M094)',
    pack,
    rule: 'packaged-modules-are-all-listed',
    plant: [{ file: 'agent_runtime/inbound_auth.py', text: '"""Checks the platform."""\n' }],
    twin: [
      { file: 'agent_runtime/inbound_auth.py', text: '"""Checks the platform."""\n' },
      {
        file: 'scripts/build_package.py',
        find: '    "inbox",\n',
        put: '    "inbox",\n    "inbound_auth",\n',
      },
    ],
    at: { file: 'scripts/build_package.py', text: 'TOP_LEVEL_MODULES = {' },
  },
  {
    id: 'the-list-names-a-ghost',
    title: 'the packaging list names a module that is gone (M094)',
    pack,
    rule: 'packaged-modules-are-all-listed',
    plant: [
      { file: 'scripts/build_package.py', find: '    "main",\n', put: '    "main",\n    "mailbox",\n' },
    ],
    twin: [
      { file: 'scripts/build_package.py', find: '    "main",\n', put: '    "main",  # "mailbox" is gone\n' },
    ],
    at: { file: 'scripts/build_package.py', text: '"mailbox"' },
  },
  {
    id: 'an-adapter-starts-the-agent',
    title: 'an adapter imports the entry point inside a function',
    pack,
    rule: 'adapters-do-not-reach-back',
    plant: [
      {
        file: 'agent_runtime/adapters/base.py',
        find: 'def serve(settings: Config, inbox: Inbox) -> None:\n',
        put: 'def serve(settings: Config, inbox: Inbox) -> None:\n    from agent_runtime import main as entry\n\n    entry.main()\n',
      },
    ],
    twin: [
      {
        file: 'agent_runtime/adapters/base.py',
        find: 'def serve(settings: Config, inbox: Inbox) -> None:\n',
        put: 'def serve(settings: Config, inbox: Inbox) -> None:\n    from agent_runtime import config as entry\n\n    entry.load()\n',
      },
    ],
    at: { file: 'agent_runtime/adapters/base.py', text: 'import main as entry' },
  },
  {
    id: 'a-path-is-used-unchecked',
    title: 'a file is removed before its path is checked',
    pack,
    rule: 'paths-are-checked-before-they-are-used',
    plant: [
      {
        file: 'agent_runtime/uploads.py',
        find: '    target = check_inside(ROOT / name)\n    target.unlink()',
        put: '    target = ROOT / name\n    target.unlink()\n    check_inside(target)',
      },
    ],
    twin: [
      {
        file: 'agent_runtime/uploads.py',
        find: '    target = check_inside(ROOT / name)\n    target.unlink()',
        put: '    target = ROOT / name\n    if check_inside(target):\n        target.unlink()',
      },
    ],
    at: { file: 'agent_runtime/uploads.py', text: 'target.unlink()' },
  },
  {
    id: 'heartbeats-expire-in-between',
    title: 'the heartbeat comes as rarely as its time to live',
    pack,
    rule: 'heartbeats-come-faster-than-they-expire',
    plant: [
      {
        file: 'agent_runtime/config.py',
        find: 'HEARTBEAT_INTERVAL = timedelta(seconds=30)',
        put: 'HEARTBEAT_INTERVAL = timedelta(minutes=1)',
      },
    ],
    twin: [
      {
        file: 'agent_runtime/config.py',
        find: 'HEARTBEAT_INTERVAL = timedelta(seconds=30)',
        put: 'HEARTBEAT_INTERVAL = timedelta(milliseconds=40 * 1000)',
      },
    ],
    at: { file: 'agent_runtime/config.py', text: 'HEARTBEAT_INTERVAL =' },
  },
  {
    id: 'a-variable-nobody-documents',
    title: 'code reads an environment variable that the example lacks',
    pack,
    rule: 'the-environment-is-documented',
    plant: [
      {
        file: 'agent_runtime/config.py',
        find: '        workspace_id=os.environ["WORKSPACE_ID"],',
        put: '        workspace_id=os.environ["MOLECULE_WORKSPACE_ID"] or os.environ["WORKSPACE_ID"],',
      },
    ],
    twin: [
      {
        file: 'agent_runtime/config.py',
        find: '        workspace_id=os.environ["WORKSPACE_ID"],',
        put: '        workspace_id=os.environ.get("WORKSPACE_ID", "MOLECULE_WORKSPACE_ID"),',
      },
    ],
    at: { file: 'agent_runtime/config.py', text: 'MOLECULE_WORKSPACE_ID' },
  },
  {
    id: 'a-job-runs-on-one-host-only',
    title: 'the canary runs on one of the two hosts',
    pack,
    rule: 'both-pipelines-run-the-same-jobs',
    plant: [
      {
        file: '.github/workflows/ci.yml',
        find: '  canary:\n',
        put: '  lint:\n    runs-on: ubuntu-latest\n    steps: []\n  canary:\n',
      },
    ],
    twin: [{ file: '.github/workflows/ci.yml', find: '    needs: test\n', put: '    needs: [test]\n' }],
    at: { file: '.github/workflows/ci.yml', text: '  lint:' },
  },
];
