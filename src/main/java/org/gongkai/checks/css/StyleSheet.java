package org.gongkai.checks.css;

import java.util.List;
import java.util.Map;

/**
 * A style sheet as it holds for one medium.
 *
 * @param layers the names of the cascade layers, in the order in which they are first named
 * @param registered the custom properties that @property gives a first value
 * @param unsure whether it colours something under a condition that only a layout can tell
 */
record StyleSheet(
        List<Import> imports,
        List<Rule> rules,
        List<String> layers,
        Map<String, Tokens> registered,
        boolean unsure) {

    /**
     * @param layer the name of the layer that it goes into; empty for none
     */
    record Import(String href, String layer) {}

    /**
     * @param layer the whole name of its layer, {@code theme.dark}; empty outside of all layers
     */
    record Rule(
            List<Selector> selectors,
            List<Declaration> normal,
            List<Declaration> important,
            String layer) {}
}
