/**
 * The style sheets of a page, read and cascaded, and the rules that can be told from them alone.
 */
package org.gongkai.checks.css;
