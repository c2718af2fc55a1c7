"""An agent of google-adk, offered over A2A by `to_a2a`; its sessions lie in SQLite, all else is what that has by default."""

import os

import uvicorn
from google.adk.a2a.utils.agent_to_a2a import to_a2a
from google.adk.runners import Runner
from google.adk.sessions.sqlite_session_service import SqliteSessionService
from starlette.responses import JSONResponse

from agent import build_agent
from prompts import Prompts


def main() -> None:
    host, port = "127.0.0.1", int(os.environ["PORT"])
    prompts = Prompts()
    agent = build_agent(prompts)
    sessions = SqliteSessionService(os.path.join(os.environ["MOLECULE_MEMORY_ROOT"], "sessions.db"))
    runner = Runner(app_name=agent.name, agent=agent, session_service=sessions)
    app = to_a2a(agent, host=host, port=port, runner=runner)
    app.add_route("/admin/prompts", lambda _request: JSONResponse(prompts.by_context))
    uvicorn.run(app, host=host, port=port, log_level="info")


if __name__ == "__main__":
    main()
