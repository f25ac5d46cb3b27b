// In a browser a component that few pages use comes with those pages: from one file, every page would carry them all.
const RARE = new Set(['Button', 'Canvas', 'Input', 'Slider', 'Textarea'])
const FROM = '@tarojs/components'

/** The same file under another name for each: what webpack leaves out of one it may put into another. */
const sourceOf = (name) => `${FROM}/lib/react/components.js?${name}`

/** A babel plugin. */
module.exports = ({ types }) => ({
  visitor: {
    ImportDeclaration(path) {
      if (path.node.source.value !== FROM || path.node.importKind === 'type') return
      const isRare = ({ imported }) => RARE.has(imported?.name)
      const rare = path.node.specifiers.filter(isRare)
      if (rare.length === 0) return
      const others = path.node.specifiers.filter((specifier) => !isRare(specifier))
      const alone = rare.map((specifier) =>
        types.importDeclaration([specifier], types.stringLiteral(sourceOf(specifier.imported.name))),
      )
      path.replaceWithMultiple([
        ...(others.length > 0 ? [types.importDeclaration(others, path.node.source)] : []),
        ...alone,
      ])
    },
  },
})
