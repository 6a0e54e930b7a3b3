/** A small web server for one's own machine, that tells browsers when to load a page again. */
package org.gongkai.serve;
