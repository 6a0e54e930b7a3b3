/** Turns the files that editors have (Word, Excel, HTML, text) into content files of a column. */
package org.gongkai.imports;
