/** Makes the pages of a site: works out what each shows, and has a template say it. */
package org.gongkai.pages;
