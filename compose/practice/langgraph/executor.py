"""Between A2A and a graph: a message goes in, and every token that the model says comes out as it is said."""

import base64

from a2a.helpers import new_task_from_user_message, new_text_message, new_text_part
from a2a.server.agent_execution import AgentExecutor, RequestContext
from a2a.server.events import EventQueue
from a2a.server.tasks import TaskUpdater
from a2a.types import Part, Role, TaskState
from langchain_core.messages import AIMessageChunk, HumanMessage
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import Command


class GraphExecutor(AgentExecutor):
    def __init__(self, graph: CompiledStateGraph) -> None:
        self._graph = graph

    async def execute(self, context: RequestContext, event_queue: EventQueue) -> None:
        task = context.current_task
        if task is None:
            task = new_task_from_user_message(context.message)
            await event_queue.enqueue_event(task)
        updater = TaskUpdater(event_queue, task.id, task.context_id)
        is_answer = task.status.state == TaskState.TASK_STATE_INPUT_REQUIRED
        await updater.start_work()
        said = Command(resume=context.get_user_input()) if is_answer else {"messages": [human_message(context)]}
        await self._run(said, task.context_id, updater)

    async def cancel(self, context: RequestContext, event_queue: EventQueue) -> None:
        await TaskUpdater(event_queue, context.task_id, context.context_id).cancel()

    async def _run(self, said: object, thread: str, updater: TaskUpdater) -> None:
        config = {"configurable": {"thread_id": thread}}
        has_spoken = False
        async for token, _ in self._graph.astream(said, config, stream_mode="messages"):
            if isinstance(token, AIMessageChunk) and token.text:
                part = new_text_part(token.text)
                await updater.add_artifact([part], artifact_id="answer", append=has_spoken)
                has_spoken = True
        question = await self._question(config)
        if question is None:
            await updater.complete()
        else:
            await updater.requires_input(new_text_message(question, role=Role.ROLE_AGENT))

    async def _question(self, config: dict) -> str | None:
        """What the graph waits for, if it was interrupted."""
        interrupts = (await self._graph.aget_state(config)).interrupts
        return interrupts[0].value if interrupts else None


def human_message(context: RequestContext) -> HumanMessage:
    return HumanMessage(content=[block for part in context.message.parts for block in blocks_of(part)])


def blocks_of(part: Part) -> list[dict]:
    """Text and bytes are handed to the model; a file that lies elsewhere is not fetched."""
    match part.WhichOneof("content"):
        case "text":
            return [{"type": "text", "text": part.text}]
        case "raw":
            data = base64.b64encode(part.raw).decode()
            return [{"type": "file", "base64": data, "mime_type": part.media_type, "filename": part.filename}]
        case _:
            return []
