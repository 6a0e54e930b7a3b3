/** Our JBake: its renderer and engines, with documents kept in memory and templates that escape. */
package org.gongkai.jbake;
