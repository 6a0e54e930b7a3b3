/** Writes a site into a new folder beside the old one, and swaps it in when it is whole. */
package org.gongkai.publish;
