/** The channel on which deployments of prompts are told, as JSON with `type` and `label`. */
export const PROMPT_CHANNEL = 'pa_prompt_deployments';
