package org.gongkai.checks.css;

/** One declaration, as far as the checks ask for it. */
sealed interface Declaration {
    /** A property and its valid value. */
    record Longhand(Property property, Tokens value) implements Declaration {}

    /** A custom property, {@code --name}. */
    record Custom(String name, Tokens value) implements Declaration {}

    /** A property or shorthand whose value holds var(): it is read once its variables are known. */
    record Pending(String name, Tokens value) implements Declaration {}
}
