package dev.vigie.testsupport.planted;

class PageService {

}
