export interface PromptMessage {
  role: 'system' | 'user';
  content: string;
}
