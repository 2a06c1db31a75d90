import Testing
import Tickets

struct TicketReaderTests {}
