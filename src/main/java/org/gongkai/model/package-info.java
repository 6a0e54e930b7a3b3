/** What a column is made of, as plain records: everything else reads these or makes them. */
package org.gongkai.model;
