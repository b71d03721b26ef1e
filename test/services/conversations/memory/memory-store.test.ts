import { MemoryStore } from '../../../../services/conversations/memory/memory-store.js';
import { describeConversationStore } from '../contract.js';

describeConversationStore('The memory store', async (now) => new MemoryStore(now));
