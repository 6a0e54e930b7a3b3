/** Turns a column into a Lucene index, and that index into files that a browser can search. */
package org.gongkai.search;
