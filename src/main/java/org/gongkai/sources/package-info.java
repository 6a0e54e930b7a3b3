/** Reads a column's files into the model, and says in Chinese what is wrong with them. */
package org.gongkai.sources;
