const ASSISTANT = /^(?:chatgpt|claude|gemini|copilot|grok|perplexity|bard|(?:.+[’']s |.+ )ai)$/i;

/** A program that answers questions: it utters its answers itself, while a paper only prints what somebody wrote. */
export const isAssistant = (name: string): boolean => ASSISTANT.test(name);
