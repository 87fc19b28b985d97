"""The grammar of dates: word forms → shapes («اليوم العاشر من شباط», "February 10th") → trees → meanings."""
