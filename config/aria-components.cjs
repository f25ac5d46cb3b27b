// Which built-in components carry what screen readers are told? Read by the build and by the runtime.
const ARIA = { 'aria-role': '', 'aria-label': '' }

exports.ARIA_COMPONENTS = { View: ARIA, Text: ARIA, Image: ARIA, Input: ARIA, Textarea: ARIA, Button: ARIA }
