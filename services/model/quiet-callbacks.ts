import { CallbackManager, CallbackManagerForChainRun } from '@langchain/core/callbacks/manager';

/**
 * A callback manager that takes no handlers. LangChain adds a console logger or a remote tracer to every call when
 * variables such as LANGCHAIN_VERBOSE or LANGSMITH_TRACING are set; both would write down what a patient asked.
 */
export class QuietCallbacks extends CallbackManager {
  override addHandler(): void {}

  override copy(): CallbackManager {
    return new QuietCallbacks();
  }

  override async handleChainStart(): Promise<CallbackManagerForChainRun> {
    return new QuietRun('', [], [], [], [], {}, {});
  }
}

/** Steps of a chain get a quiet manager too, not the plain one that the base class would make. */
class QuietRun extends CallbackManagerForChainRun {
  override getChild(): CallbackManager {
    return new QuietCallbacks();
  }
}
